"""Pages of the register: by person and by office, decisions, initiatives, ratings, disciplines, the two catalogues."""
