//! The program as a state machine: model, update, effects. No terminal, no files.
