"""What happened to pledges and registrations, read from the audit."""
