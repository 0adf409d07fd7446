"""Names of bodies: registered ones and those built from a head, an owner, a territory or a name of their own."""
