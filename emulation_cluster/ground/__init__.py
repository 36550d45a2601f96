"""What `make run` and `make test` stand on: the embedded servers, and the processes of the house.

Nothing here imports Django: the addresses of the servers must be in the environment before the settings are read.
Only `prepare` does, in a process of its own.
"""
