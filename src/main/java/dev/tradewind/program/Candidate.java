package dev.tradewind.program;

/// A program with its provenance.
///
/// @param id identity of `program`, computed once
public record Candidate(ProgramId id, Program program, Descent descent) {

    public static Candidate of(Program program, Descent descent) {
        return new Candidate(program.id(), program, descent);
    }

    /// The starting program of a task.
    public static Candidate seed(Program program) {
        return of(program, Descent.seed());
    }
}
