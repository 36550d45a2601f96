"""Pieces of triggers: rules that one row alone cannot state."""


def refuse(condition: str, name: str, message: str) -> str:
    """A statement that refuses the write where `condition` holds, as a check constraint of that name would."""
    return (
        f"IF {condition} THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', "
        f"CONSTRAINT = '{name}', MESSAGE = '{message}'; END IF;"
    )
