"""What an editor asks while a file is being written; `server` alone knows of the protocol's library."""
