"""`python -m demarche`."""

from demarche.cli.edge import main

if __name__ == "__main__":
    main()
