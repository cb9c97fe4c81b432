package dev.tradewind.sandbox;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// What came of really running a command.
///
/// @param works whether it ended by itself with status 0
/// @param reason why not, in one line; empty where it works
record Trial(boolean works, String reason) {

    private static final int SECONDS = 20;

    static Trial of(List<String> command) {
        try {
            return outcome(Spawner.start(command, process -> process).join());
        } catch (CompletionException e) {
            return new Trial(false, Tail.oneLine(String.valueOf(e.getCause())));
        } catch (IOException e) {
            return new Trial(false, Tail.oneLine(e.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Trial(false, "interrupted");
        }
    }

    private static Trial outcome(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        Tail complaints = Tail.of(process.getErrorStream());
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Trial(false, "no end within " + SECONDS + " s");
        }
        int status = process.exitValue();
        return status == 0
                ? new Trial(true, "")
                : new Trial(false, "ended with status " + status + ": " + complaints.text());
    }
}
