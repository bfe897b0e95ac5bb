//! Background work: jobs, tickets, slots; newest wins.
