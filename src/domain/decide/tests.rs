//! Tests of `decide`: one file per part of a case's life, the matrix of the table, a walk over all
//! its paths, and random walks.

mod accepting;
mod answer;
mod ending;
mod intake;
mod matrix;
mod offers;
mod open;
mod pause;
mod posting;
mod replay;
mod sample;
mod term;
mod walk;
