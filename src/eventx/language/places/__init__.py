"""Places, countries, organisations and demonyms in a sentence, and which of several a name means."""

from eventx.language.places.context import PlaceContext, PlaceContextAnnotator, PlaceNamesAnnotator, context_of
from eventx.language.places.find import find_places

__all__ = ["PlaceContext", "PlaceContextAnnotator", "PlaceNamesAnnotator", "context_of", "find_places"]
