"""The peers: a new one is a module with a `Peer`, and a line here."""

from benchmarks.peers.ajv import Ajv
from benchmarks.peers.check_jsonschema import CheckJsonschema
from benchmarks.peers.peer import Peer
from benchmarks.peers.spectral import Spectral
from benchmarks.peers.yamale import Yamale
from benchmarks.peers.yamllint import Yamllint

PEERS: tuple[Peer, ...] = (Yamllint(), CheckJsonschema(), Yamale(), Ajv(), Spectral())
