"""Who prepares, signs and reads pledges (`pledge_…`) and registrations (`registration_…`). No queries beyond the roles."""
