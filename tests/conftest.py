"""What all tests share: tests of `training/` need torch and are left out where it is not installed."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("torch") else ["training"]
