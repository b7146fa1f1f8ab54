"""Frozen records that take next to no time to define.

A frozen dataclass writes and compiles its methods when it is defined, half a millisecond each;
a search defines some thirty before its first answer. These have the same methods, written once.
Used for what every search loads; elsewhere, ``dataclasses`` it is.
"""

from __future__ import annotations

from typing import Any, TypeVar, dataclass_transform

C = TypeVar("C")


@dataclass_transform(frozen_default=True)
def record(cls: type[C]) -> type[C]:
    """Make ``cls`` a frozen record of its annotated fields, in their order.

    Records are equal if they are of one class and their fields are, ``span`` aside: that is
    where a thing was written, not what it is.
    """
    names = tuple(cls.__annotations__)
    defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    compared = tuple(name for name in names if name != "span")

    def __init__(self: Any, *values: Any, **named: Any) -> None:
        if len(values) > len(names):
            raise TypeError(f"{cls.__name__} takes {len(names)} values, not {len(values)}")
        given = dict(zip(names, values, strict=False))
        for name in named:
            if name in given or name not in names:
                raise TypeError(f"{cls.__name__}: unexpected {name}")
        self.__dict__.update(defaults)
        self.__dict__.update(given)
        self.__dict__.update(named)
        if len(self.__dict__) < len(names):
            missing = [name for name in names if name not in self.__dict__]
            raise TypeError(f"{cls.__name__} lacks {', '.join(missing)}")

    def __eq__(self: Any, other: object) -> bool:
        if other.__class__ is not cls:
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in compared)

    def __hash__(self: Any) -> int:
        return hash((cls.__name__, *(getattr(self, name) for name in compared)))

    def __repr__(self: Any) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{cls.__name__}({shown})"

    def __setattr__(self: Any, name: str, value: object) -> None:
        raise AttributeError(f"{cls.__name__} is frozen")

    methods: dict[str, Any] = {
        "__init__": __init__, "__eq__": __eq__, "__hash__": __hash__, "__repr__": __repr__,
        "__setattr__": __setattr__, "__match_args__": names, "__fields__": names,
    }  # fmt: skip
    for name, method in methods.items():
        setattr(cls, name, method)
    for name in defaults:
        delattr(cls, name)
    return cls


def values_of(one: Any) -> dict[str, Any]:
    """The fields of a record and their values, in order."""
    return {name: getattr(one, name) for name in one.__fields__}
