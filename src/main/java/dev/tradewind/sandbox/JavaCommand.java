package dev.tradewind.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The command line of a child JVM: small, quick to start, and bounded in every kind of memory.
final class JavaCommand {

    /// Names an ahead-of-time cache of the JDK, made for the installed jar. A missing or stale one
    /// costs start-up time only.
    static final String CACHE_PROPERTY = "tradewind.aot";

    /// `-Xmx` alone bounds none of the native kinds; running out of any of them ends the process.
    private static final List<String> LIMITS =
            List.of(
                    "-Xss512k",
                    "-XX:MaxMetaspaceSize=64m",
                    "-XX:MaxDirectMemorySize=8m",
                    "-XX:ReservedCodeCacheSize=48m",
                    "-XX:+ExitOnOutOfMemoryError");

    /// Candidates are new code each time: the first compiler is all they live to see. Sharing the
    /// JDK's own classes is the default; to say so (`-Xshare:auto`) forbids a cache.
    private static final List<String> SPEED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData");

    /// Standard output belongs to the protocol, and nothing is to be written to a file.
    private static final List<String> SILENCE =
            List.of(
                    "-Xlog:disable",
                    "-Xlog:all=warning:stderr",
                    "-XX:+DisplayVMOutputToStderr",
                    "-XX:+DisableAttachMechanism",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:ErrorFile=/dev/null");

    private JavaCommand() {}

    /// Runs a child's service.
    static List<String> of(Child child) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(SPEED);
        command.addAll(LIMITS);
        command.addAll(SILENCE);
        command.add("-Xmx" + child.heap().toMebi() + "m");
        cache().map(file -> "-XX:AOTCache=" + file).forEach(command::add);
        command.addAll(child.options());
        command.addAll(List.of("-cp", classPath(child)));
        command.addAll(List.of(ServiceMain.class.getName(), child.service().getName()));
        return List.copyOf(command);
    }

    /// Everything such a child reads, besides the system's libraries.
    static List<Path> reads(Child child) {
        return Stream.of(runtime().stream(), sources(child).stream(), cache())
                .flatMap(paths -> paths)
                .toList();
    }

    /// A command that starts a JVM and ends it at once.
    static List<String> version() {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(SPEED);
        command.addAll(SILENCE);
        command.add("-version");
        return List.copyOf(command);
    }

    /// The folders of this JDK. Debian keeps its configuration outside, behind links.
    static List<Path> runtime() {
        Path home = home();
        Path settings = real(home.resolve("lib", "jvm.cfg"));
        Path elsewhere = settings.getParent();
        return settings.startsWith(home) || elsewhere == null
                ? List.of(home)
                : List.of(home, elsewhere);
    }

    private static String java() {
        return home().resolve("bin", "java").toString();
    }

    private static Path home() {
        return real(Path.of(System.getProperty("java.home")));
    }

    private static Stream<Path> cache() {
        String file = System.getProperty(CACHE_PROPERTY, "");
        return Stream.of(file)
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .filter(Files::isRegularFile)
                .map(JavaCommand::real);
    }

    private static String classPath(Child child) {
        return sources(child).stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Where our own classes are, and the service's where that is another place.
    private static Set<Path> sources(Child child) {
        Set<Path> sources = new LinkedHashSet<>();
        sources.add(source(ServiceMain.class));
        sources.add(source(child.service()));
        return sources;
    }

    private static Path source(Class<?> type) {
        try {
            return real(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException e) {
            throw new SandboxException("no place on disk for the classes of " + type.getName(), e);
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
