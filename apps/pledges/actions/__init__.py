"""The writes: pledges and registrations, each in a module of its own."""
