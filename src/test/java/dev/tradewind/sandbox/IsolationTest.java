package dev.tradewind.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.List;

final class IsolationTest {

    private static final List<String> COMMAND = List.of("/opt/jdk/bin/java", "-version");
    private static final List<Path> READS = List.of(Path.of("/opt/jdk"), Path.of("/srv/a b.jar"));

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void every_line_ends_in_the_command_itself(Isolation isolation) {
        assertThat(isolation.wrap(COMMAND, READS)).endsWith("/opt/jdk/bin/java", "-version");
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void its_name_finds_it(Isolation isolation) {
        assertThat(Isolation.named(isolation.toString())).isEqualTo(isolation);
    }

    @Test
    void an_unknown_name_is_told_what_there_is() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Isolation.named("docker"))
                .withMessage(
                        "no isolation is called \"docker\"; there are: bubblewrap, namespaces,"
                                + " process");
    }

    @Test
    void bubblewrap_shares_nothing_and_dies_with_its_parent() {
        assertThat(Isolation.BUBBLEWRAP.wrap(COMMAND, READS))
                .contains("--unshare-all", "--die-with-parent", "--new-session", "--clearenv")
                .containsSequence("--cap-drop", "ALL")
                .containsSequence("--uid", "65534")
                .containsSequence("--ro-bind", "/srv/a b.jar", "/srv/a b.jar")
                .containsSequence("--remount-ro", "/")
                .doesNotContain("--bind", "--dev-bind", "--share-net", "--tmpfs");
    }

    @Test
    void namespaces_hide_network_and_processes() {
        assertThat(Isolation.NAMESPACES.wrap(COMMAND, READS))
                .contains("-Urpfn", "--mount-proc", "--kill-child");
    }
}
