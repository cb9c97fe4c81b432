package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The launcher script, with made-up JDKs that say who they are instead of running anything.
final class LauncherIT {

    @TempDir Path root;

    private Path house;

    @BeforeEach
    void a_house_that_is_built() throws IOException {
        root = root.toRealPath();
        house = Files.createDirectories(root.resolve("house with blank"));
        Files.copy(Path.of("tradewind"), house.resolve("tradewind"));
        Files.createDirectories(house.resolve("src/main/java"));
        Files.writeString(house.resolve("pom.xml"), "<project/>");
        Files.createDirectories(house.resolve("target/lib"));
        Files.writeString(house.resolve("target/tradewind.jar"), "");
        age(house.resolve("pom.xml"), house.resolve("src/main"), house.resolve("src/main/java"));
        executable(root.resolve("bin/mvn"), "echo built; echo jar > target/tradewind.jar");
    }

    @Test
    void the_named_jdk_is_started_with_the_arguments_as_they_are() throws Exception {
        Path jdk = jdk("named", "25.0.3");
        Said said =
                launch(Map.of("TRADEWIND_JAVA_HOME", jdk.toString()), "run", "a b", "--seed", "7");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("java of named")
                .contains("[-jar]\n[" + house + "/target/tradewind.jar]")
                .endsWith("[run]\n[a b]\n[--seed]\n[7]\n");
    }

    @Test
    void an_old_java_home_is_passed_over_for_a_new_java_on_the_path() throws Exception {
        Path old = jdk("old", "17.0.12");
        Path fresh = jdk("fresh", "26");
        Map<String, String> environment =
                Map.of("JAVA_HOME", old.toString(), "PATH", path(fresh.resolve("bin")));
        assertThat(launch(environment, "doctor").out()).startsWith("java of fresh");
    }

    @Test
    void a_named_jdk_that_is_too_old_is_refused_in_one_line() throws Exception {
        Path old = jdk("old", "17.0.12");
        Said said = launch(Map.of("TRADEWIND_JAVA_HOME", old.toString()));
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err())
                .isEqualTo(
                        "tradewind: TRADEWIND_JAVA_HOME is %s, which is no JDK 25 or newer.\n"
                                .formatted(old));
    }

    @Test
    void it_works_through_a_link_from_another_folder() throws Exception {
        Path jdk = jdk("named", "25");
        Path link = Files.createDirectories(root.resolve("elsewhere")).resolve("tw");
        Files.createSymbolicLink(link, Path.of("../house with blank/tradewind"));
        Said said = launch(link, Map.of("TRADEWIND_JAVA_HOME", jdk.toString()), List.of("best"));
        assertThat(said.out()).contains("[" + house + "/target/tradewind.jar]");
    }

    @Test
    void nothing_is_built_while_the_jar_is_newer_than_the_sources() throws Exception {
        Path jdk = jdk("named", "25");
        assertThat(launch(Map.of("TRADEWIND_JAVA_HOME", jdk.toString())).err()).isEmpty();
    }

    @Test
    void newer_sources_are_built_once_with_the_message_on_standard_error() throws Exception {
        Path jdk = jdk("named", "25");
        Files.writeString(house.resolve("src/main/java/New.java"), "");
        age(house.resolve("target/tradewind.jar"));
        Said first = launch(Map.of("TRADEWIND_JAVA_HOME", jdk.toString()));
        assertThat(first.err()).contains("tradewind: building").contains("built");
        assertThat(first.out()).startsWith("java of named");
        assertThat(house.resolve("target/launcher.lock")).doesNotExist();
        assertThat(launch(Map.of("TRADEWIND_JAVA_HOME", jdk.toString())).err()).isEmpty();
    }

    @Test
    void a_failing_build_ends_in_one_line_and_leaves_no_lock() throws Exception {
        Path jdk = jdk("named", "25");
        Files.delete(house.resolve("target/tradewind.jar"));
        executable(root.resolve("bin/mvn"), "echo 'Oh no' >&2; exit 1");
        Said said = launch(Map.of("TRADEWIND_JAVA_HOME", jdk.toString()));
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("Oh no").contains("tradewind: the build failed");
        assertThat(house.resolve("target/launcher.lock")).doesNotExist();
    }

    @Test
    void the_lock_of_a_build_that_was_killed_is_taken_over() throws Exception {
        Path jdk = jdk("named", "25");
        Files.delete(house.resolve("target/tradewind.jar"));
        Path lock = Files.createDirectories(house.resolve("target/launcher.lock"));
        Files.writeString(lock.resolve("pid"), Long.toString(idOfNobody()));
        assertThat(launch(Map.of("TRADEWIND_JAVA_HOME", jdk.toString())).code()).isZero();
    }

    private record Said(int code, String out, String err) {}

    private Said launch(Map<String, String> environment, String... arguments) throws Exception {
        return launch(house.resolve("tradewind"), environment, List.of(arguments));
    }

    private Said launch(Path script, Map<String, String> environment, List<String> arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(arguments);
        Path out = root.resolve("out.txt");
        Path err = root.resolve("err.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(root.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", path(root.resolve("bin")));
        builder.environment().put("HOME", root.resolve("nobody").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private String path(Path first) {
        return first + ":" + root.resolve("bin") + ":/usr/bin:/bin";
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = root.resolve("jdks").resolve(name);
        executable(jdk.resolve("bin/java"), "echo java of " + name + "; printf '[%s]\\n' \"$@\"");
        executable(jdk.resolve("bin/javac"), "exit 0");
        Files.writeString(
                jdk.resolve("release"),
                "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return jdk;
    }

    private static void executable(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, ("#!/bin/sh\n" + body + "\n").getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void age(Path... files) throws IOException {
        for (Path file : files) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        }
    }

    private static long idOfNobody() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        return gone.pid();
    }
}
