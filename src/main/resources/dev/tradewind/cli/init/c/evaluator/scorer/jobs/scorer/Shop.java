package jobs.scorer;

/// The jobs of one instance, one entry of each array for a job; not to be changed.
record Shop(int[] durations, int[] weights, int[] due) {

    int size() {
        return durations.length;
    }
}
