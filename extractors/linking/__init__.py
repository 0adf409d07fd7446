"""Which thing a find is: short forms completed, names resolved by the registries, one entity for all its mentions."""
