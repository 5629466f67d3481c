"""Networks in JSON files: text that a person can read, one neuron and one link on a line.

JSON writes a float with as many digits as it takes to read the same bits again. NaN and infinity, which strict JSON
does not know, are refused both ways.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NoReturn

from lernmi_emo.core.activation import Activation
from lernmi_emo.core.error import ErrorFunction
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.storage.description import Description, describe
from lernmi_emo.storage.rebuild import N, build
from lernmi_emo.support.exceptions import StorageError
from lernmi_emo.support.files import write_file

PathLike = str | os.PathLike[str]


def save(network: BareNetwork, path: PathLike) -> Path:
    """Write the network to a JSON file, and return its path. An old file of this name is replaced at the end.

    Raises `StorageError` where the file can't be written, and where the network has a part that no file can hold:
    it says which and what to do instead.

    >>> import tempfile
    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1], seed=7)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = save(net, Path(folder, "net.json"))
    ...     load(Network, path).predict([0, 1]) == net.predict([0, 1])
    True
    """
    description = describe(network)
    _refuse_objects(description)
    try:
        return write_file(path, _text(description))
    except UnicodeEncodeError as error:
        raise StorageError(f"{path}: a name can't be written as UTF-8: {error.object!r}; rename it") from error
    except (OSError, ValueError) as error:  # ValueError: a path that no system takes
        reason = getattr(error, "strerror", None) or error
        raise StorageError(f"{path}: can't be written: {reason}; check the path and its folder") from error


def load(network: type[N], path: PathLike) -> N:
    """Read a network, of this class, from a JSON file that `save` has written, or someone by hand in the same form.

    An activation or error function of your own has to be registered before. Raises `StorageError` where the file can't
    be read, is cut short, is of another kind or from a newer version, or does not describe a network: it names the
    file and the place.

    >>> from lernmi_emo import Network
    >>> load(Network, "no-such-file.json")
    Traceback (most recent call last):
    lernmi_emo.support.exceptions.StorageError: no-such-file.json: can't be read: No such file or directory; check ...
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
        description = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_refuse_twins)
        return build(network, description, from_file=True)
    except StorageError as error:
        raise StorageError(f"{path}: {error}") from error
    except OSError as error:
        raise StorageError(f"{path}: can't be read: {error.strerror or error}; check the path") from error
    except json.JSONDecodeError as error:
        short = not text[error.pos :].strip() or error.msg.startswith("Unterminated string")
        where = "it ends too soon: was it cut short?" if short else error.msg
        raise StorageError(f"{path}, line {error.lineno}, column {error.colno}: this is not JSON: {where}") from error
    except (ValueError, RecursionError) as error:  # no UTF-8; a number of thousands of digits; thousands of brackets
        raise StorageError(f"{path}: this is no lernmi-emo network, for it can't be read as JSON: {error}") from error


def _text(description: Description) -> str:
    """JSON with each neuron and each link on a line of its own."""
    parts = []
    for key, value in description.items():
        if key in ("neurons", "shared", "links") and value:
            lines = ",\n".join("    " + _json(entry) for entry in value)
            parts.append(f'  "{key}": [\n{lines}\n  ]')
        else:
            parts.append(f'  "{key}": {_json(value)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _refuse_objects(description: Description) -> None:
    """Only what is known by name can be in a file."""
    if isinstance(description["error_function"], ErrorFunction):
        raise _not_registered("the error function", description["error_function"].name)
    for entry in description["neurons"]:
        if isinstance(entry["activation"], Activation):
            raise _not_registered(f"the activation of {entry['name']},", entry["activation"].name)
        if not isinstance(entry.get("emotions", {}), (dict, str)):
            raise StorageError(
                f"a file can hold emotions whose class derives from Emotions and declares its fields, and these are "
                f"another kind: {entry['emotions']!r}; assign net.emotions = Emotions() before you save, and yours "
                f"after you load"
            )
        _refuse_class(entry, f"neuron {entry['name']}")
    for entry in description["shared"]:
        _refuse_class(entry, f"the weight {entry['name']}")
    for entry in description["links"]:
        _refuse_class(entry, f"link {entry['source']}→{entry['target']}")


def _refuse_class(entry: Description, what: str) -> None:
    kind = entry["kind"]
    if isinstance(kind, type):
        raise StorageError(
            f"{what} is a {kind.__name__}, and another class has been declared under this name since: declare the "
            f"class once, before the network is built"
        )
    if "attributes" in entry:
        names = ", ".join(entry["attributes"])
        raise StorageError(
            f"{what} has attributes that no file can hold: {names}; declare them in {kind}.fields, or remove them "
            f"before you save"
        )
    for field, value in entry.items():
        if not isinstance(value, (str, int, float, bool, list, dict, type(None))):
            raise StorageError(
                f"{what} holds {value!r} as its {field}, and a file holds numbers, texts and lists of them: keep it in "
                f"another form"
            )


def _not_registered(what: str, name: str) -> StorageError:
    return StorageError(
        f"{what} {name!r} is not registered under this name, so no file could name it: call its register(), here and "
        f"where the file is loaded"
    )


def _refuse_constant(name: str) -> NoReturn:
    raise StorageError(f"expected finite numbers only, and {name} stands there")


def _refuse_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entry = dict(pairs)
    if len(entry) < len(pairs):
        names = [name for name, _ in pairs]
        twin = next(name for name in names if names.count(name) > 1)
        raise StorageError(f"the key {twin!r} stands twice in one object; leave one")
    return entry
