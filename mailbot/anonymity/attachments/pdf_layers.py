"""Layers of a PDF (ISO 32000-1, 8.11): what is not shown may not be uncovered by leaving its layer behind."""

from __future__ import annotations

from pikepdf import Dictionary, Object

from mailbot.anonymity.attachments.outcome import CannotPass

_SHOWN_WHEN_OFF = ("/AllOff", "/AnyOff")


def hides_layers(layers: Object) -> bool:
    """Whether a layer of the file is not shown; where none is, all that belongs to layers may pass without them."""
    shown = layers.get("/D", Dictionary())
    if len(shown.get("/OFF", [])) or str(shown.get("/BaseState", "/ON")) != "/ON":
        return True
    for layer in layers.get("/OCGs", []):
        usage = layer.get("/Usage", Dictionary()).get("/View", Dictionary())
        if str(usage.get("/ViewState", "/ON")) != "/ON":
            return True
    return False


def is_hidden(membership: Object | None) -> bool:
    """Whether what belongs to these layers is hidden while all layers are shown, as scanners' spare pictures are."""
    if not isinstance(membership, Dictionary):
        return False
    if "/VE" in membership:
        raise CannotPass("hidden")  # a formula of layers
    return str(membership.get("/P")) in _SHOWN_WHEN_OFF


def refuse_hidden_commands(properties: Object | None) -> None:
    """CannotPass when drawing commands may belong to layers that are hidden."""
    if isinstance(properties, Dictionary) and any(is_hidden(each) for each in properties.values()):
        raise CannotPass("hidden")
