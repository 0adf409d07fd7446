"""Names of posts: a role and the body it is in."""
