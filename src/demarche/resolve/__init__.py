"""From mentions to actors, and from words to places."""

from demarche.resolve.resolution import Resolution, ResolvedMention, ResolvedPlace
from demarche.resolve.resolver import Resolver, resolve

__all__ = ["Resolution", "ResolvedMention", "ResolvedPlace", "Resolver", "resolve"]
