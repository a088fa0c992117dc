"""Tells a server who asks: a token, a digest of name and password (HTTP Digest, RFC 7616), or both in the clear."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit

from urllib3 import BaseHTTPResponse
from urllib3.util import make_headers

__all__ = ["Credentials", "Digest"]

_PART = re.compile(
    r"(?P<scheme>[A-Za-z][\w-]*)\s+(?=[\w-]+\s*=)"
    r'|(?P<name>[\w-]+)\s*=\s*(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s,]+))'
)
"""A scheme before its parameters, or a parameter (RFC 9110, section 11.6.1)."""
_HASHES = {"md5": "md5", "sha-256": "sha256", "sha-512-256": "sha512_256"}


class Credentials:
    """Tells a server who asks, in the way that each of its addresses wants; name and password of the environment."""

    def __init__(self) -> None:
        self._token = os.environ.get("WCO_KG_STORE_TOKEN", "")
        self._user = os.environ.get("WCO_KG_STORE_USER", "")
        self._password = os.environ.get("WCO_KG_STORE_PASSWORD", "")
        self._ways: dict[str, Digest | None] = {}

    def header(self, method: str, address: str) -> dict[str, str]:
        """Authorization, as far as an address is known to want it."""
        if self._token:
            return {"Authorization": f"Bearer {self._token}"}
        way = self._ways.get(_without_query(address), ...)
        if way is None:
            return dict(make_headers(basic_auth=f"{self._user}:{self._password}"))
        told = way.header(method, address) if isinstance(way, Digest) else None
        return {"Authorization": told} if told else {}

    def asked(self, address: str, response: BaseHTTPResponse) -> bool:
        """Takes a refusal; whether another answer can be given than the one that was refused.

        A password goes in the clear (Basic) only to a server that does not offer to do without (Digest).
        """
        if self._token or not self._user:
            return False
        place, challenges = _without_query(address), response.headers.get("WWW-Authenticate", "")
        way = self._ways.get(place)
        digest = way if way is not None else Digest(self._user, self._password)
        if digest.take(challenges):
            self._ways[place] = digest
            return True
        if place in self._ways or "digest" in challenges.lower():
            return False
        self._ways[place] = None
        return True


def _without_query(address: str) -> str:
    return address.partition("?")[0]


class Digest:
    """Answers what a server asks of those whom it does not know yet.

    Args:
        user: Name.
        password: Password; leaves this object only as part of a digest.
    """

    def __init__(self, user: str, password: str) -> None:
        self._user = user
        self._password = password
        self._asked: dict[str, str] = {}
        self._count = 0

    def take(self, challenges: str) -> bool:
        """Takes what the server sent as WWW-Authenticate; whether an answer can be given that was not given before."""
        asked = next(filter(_can_be_answered, _digests(challenges)), None)
        if asked is None:
            return False
        again = bool(self._asked) and self._count == 1 and asked.get("stale", "").lower() != "true"
        self._asked, self._count = asked, 0
        return not again

    def header(self, method: str, address: str) -> str | None:
        """The value of Authorization for a request; ``None`` as long as the server has not asked."""
        if not self._asked:
            return None
        parts = urlsplit(address)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        asked = self._asked
        algorithm = asked.get("algorithm", "MD5")
        self._count += 1
        count, chosen = f"{self._count:08x}", secrets.token_hex(16)
        secret = self._hash(f"{self._user}:{asked['realm']}:{self._password}")
        if algorithm.lower().endswith("-sess"):
            secret = self._hash(f"{secret}:{asked['nonce']}:{chosen}")
        wanted = self._hash(f"{method}:{target}")
        fields = {"username": self._user, "realm": asked["realm"], "nonce": asked["nonce"], "uri": target}
        bare = {"algorithm": algorithm}
        if "qop" in asked:
            fields["response"] = self._hash(f"{secret}:{asked['nonce']}:{count}:{chosen}:auth:{wanted}")
            fields["cnonce"] = chosen
            bare |= {"qop": "auth", "nc": count}
        else:
            fields["response"] = self._hash(f"{secret}:{asked['nonce']}:{wanted}")
        if "opaque" in asked:
            fields["opaque"] = asked["opaque"]
        told = [f'{name}="{_quoted(value)}"' for name, value in fields.items()]
        return "Digest " + ", ".join([*told, *(f"{name}={value}" for name, value in bare.items())])

    def _hash(self, text: str) -> str:
        name = _HASHES[self._asked.get("algorithm", "MD5").lower().removesuffix("-sess")]
        return hashlib.new(name, text.encode(), usedforsecurity=False).hexdigest()


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _digests(challenges: str) -> list[dict[str, str]]:
    """What is asked by each Digest among the challenges, the one that the server likes best first."""
    found: list[dict[str, str]] = []
    asked: dict[str, str] = {}
    for part in _PART.finditer(challenges):
        if part["scheme"]:
            asked = {}
            if part["scheme"].lower() == "digest":
                found.append(asked)
        else:
            asked[part["name"].lower()] = part["quoted"] or part["bare"] or ""
    return found


def _can_be_answered(asked: Mapping[str, str]) -> bool:
    known = asked.get("algorithm", "MD5").lower().removesuffix("-sess") in _HASHES
    offers = "auth" in [each.strip() for each in asked.get("qop", "auth").split(",")]
    return known and offers and {"realm", "nonce"} <= asked.keys()
