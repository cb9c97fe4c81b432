package dev.tradewind.guard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What candidates may use of the JDK, as written down in `allow-list.txt`. Names of types are
/// those of class files, such as `java/util/Map$Entry`.
final class AllowList {

    private static final AllowList JDK = new AllowListReader().read();

    private final Map<String, Entry> types;
    private final Map<String, String> refusals;

    /// @param types what is allowed, by type; `java/util/function/*` stands for a whole package
    /// @param refusals why other types are refused, where there is more to say
    AllowList(Map<String, Entry> types, Map<String, String> refusals) {
        this.types = Map.copyOf(types);
        this.refusals = Map.copyOf(refusals);
    }

    /// The one list there is.
    static AllowList jdk() {
        return JDK;
    }

    /// What is allowed of one type.
    ///
    /// @param parents types it inherits from, listed ones only
    /// @param members name to parameter lists such as `List,Random`; an empty set for all of them
    /// @param refusals why other members are refused, where there is more to say
    record Entry(
            boolean extensible,
            List<String> parents,
            Map<String, Set<String>> members,
            Map<String, String> refusals) {

        boolean allows(Member member) {
            Set<String> forms = members.get(member.name());
            return forms != null
                    && (forms.isEmpty() || forms.contains(Notation.parameters(member)));
        }
    }

    boolean holds(String type) {
        return entry(type).isPresent();
    }

    /// Whether classes of candidates may extend a type.
    boolean extensible(String type) {
        return entry(type).filter(Entry::extensible).isPresent();
    }

    /// Whether a method or field may be used, inherited ones included.
    boolean allows(Member member) {
        return entry(member.owner()).filter(entry -> allows(entry, member)).isPresent();
    }

    private boolean allows(Entry entry, Member member) {
        return entry.allows(member) || (!member.isConstructor() && inherits(entry, member));
    }

    private boolean inherits(Entry entry, Member member) {
        return entry.parents().stream()
                .flatMap(parent -> entry(parent).stream())
                .anyMatch(parent -> parent.allows(member));
    }

    /// Why a type is refused, when the list has more to say about it.
    Optional<String> refusal(String type) {
        String exact = refusals.get(type);
        return Optional.ofNullable(exact == null ? refusals.get(whole(type)) : exact);
    }

    /// Why a member is refused, when the list has more to say about it.
    Optional<String> refusal(Member member) {
        Optional<Entry> entry = entry(member.owner());
        if (entry.isEmpty()) {
            return refusal(member.owner());
        }
        Optional<String> own = Optional.ofNullable(entry.get().refusals().get(member.name()));
        return own.or(
                () ->
                        entry.get().parents().stream()
                                .flatMap(parent -> entry(parent).stream())
                                .flatMap(
                                        one ->
                                                Optional.ofNullable(
                                                        one.refusals().get(member.name()))
                                                        .stream())
                                .findFirst());
    }

    private Optional<Entry> entry(String type) {
        Entry exact = types.get(type);
        return Optional.ofNullable(exact == null ? types.get(whole(type)) : exact);
    }

    private static String whole(String type) {
        return type.substring(0, type.lastIndexOf('/') + 1) + "*";
    }
}
