package jobs;

/// The jobs of one instance, one entry of each array for a job; not to be changed.
public record Shop(int[] durations, int[] weights, int[] due) {

    public int size() {
        return durations.length;
    }
}
