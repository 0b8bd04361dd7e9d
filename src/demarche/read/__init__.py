"""From bytes to articles: files, folders, tables, pages, standard input. One file per format."""

from demarche.read.source import Source, read, read_source, sources

__all__ = ["Source", "read", "read_source", "sources"]
