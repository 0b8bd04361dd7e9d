"""How the shipped model is made, from licensed data and our own sentences."""
