package dev.tradewind.guard;

import org.jspecify.annotations.Nullable;

import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything a candidate may name: its own classes, the task's contract, and what [AllowList] has.
/// For one thread.
final class Members {

    private static final String ARRAY = "[";

    private final Map<String, Shape> contract;
    private final Map<String, Shape> own;
    private final Map<String, Set<String>> families = new HashMap<>();
    private final AllowList list = AllowList.jdk();

    private Members(Map<String, Shape> contract, Map<String, Shape> own) {
        this.contract = contract;
        this.own = own;
    }

    /// What a class declares and whom it inherits from.
    private record Shape(List<String> parents, Set<String> members) {

        static Shape of(ClassModel model) {
            List<String> parents = new ArrayList<>();
            model.superclass().map(ClassEntry::asInternalName).ifPresent(parents::add);
            model.interfaces().forEach(parent -> parents.add(parent.asInternalName()));
            Set<String> members = new HashSet<>();
            for (MethodModel method : model.methods()) {
                members.add(method.methodName().stringValue() + method.methodType().stringValue());
            }
            for (FieldModel field : model.fields()) {
                members.add(field.fieldName().stringValue() + field.fieldType().stringValue());
            }
            return new Shape(parents, members);
        }

        boolean declares(Member member) {
            return members.contains(member.key());
        }
    }

    /// What every candidate of a task may name.
    ///
    /// @param contract class files the candidates are compiled against
    static Members of(Collection<byte[]> contract) {
        return new Members(
                shapes(contract.stream().map(ClassFiles.FORMAT::parse).toList()), Map.of());
    }

    /// The same with the classes of one candidate.
    Members with(Collection<ClassFiles.Parsed> classes) {
        return new Members(
                contract, shapes(classes.stream().map(ClassFiles.Parsed::model).toList()));
    }

    private static Map<String, Shape> shapes(Collection<ClassModel> models) {
        Map<String, Shape> shapes = new HashMap<>();
        models.forEach(model -> shapes.put(model.thisClass().asInternalName(), Shape.of(model)));
        return shapes;
    }

    /// Whether a type may be named.
    boolean allows(String type) {
        if (type.startsWith(ARRAY)) {
            String element = type.substring(type.lastIndexOf('[') + 1);
            return !element.startsWith("L") || allows(element.substring(1, element.length() - 1));
        }
        return own.containsKey(type) || contract.containsKey(type) || list.holds(type);
    }

    /// Whether a class may be extended.
    boolean extensible(String type) {
        return own.containsKey(type) || contract.containsKey(type) || list.extensible(type);
    }

    /// Whether a type inherits from itself.
    boolean circular(String type) {
        Shape shape = shape(type);
        return shape != null
                && shape.parents().stream().anyMatch(parent -> family(parent).contains(type));
    }

    /// Whether a method may be called or a field read.
    boolean allows(Member member) {
        if (member.owner().startsWith(ARRAY)) {
            return member.name().equals("clone");
        }
        if (member.isConstructor()) {
            return finds(member);
        }
        return family(member.owner()).stream().anyMatch(type -> finds(member.in(type)));
    }

    private boolean finds(Member member) {
        Shape shape = shape(member.owner());
        return shape == null ? list.allows(member) : shape.declares(member);
    }

    /// Whether it is one of the candidate's own classes that declares it.
    boolean declares(Member member) {
        return family(member.owner()).stream()
                .map(own::get)
                .anyMatch(shape -> shape != null && shape.declares(member));
    }

    /// Why a member is refused, where there is more to say.
    Optional<String> refusal(Member member) {
        return family(member.owner()).stream()
                .flatMap(type -> list.refusal(member.in(type)).stream())
                .findFirst();
    }

    /// A type and all it inherits from, as far as it is not the JDK that knows; nearest first.
    private Set<String> family(String type) {
        return families.computeIfAbsent(type, this::walk);
    }

    private Set<String> walk(String type) {
        Set<String> family = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            String next = open.remove();
            Shape shape = shape(next);
            if (family.add(next) && shape != null) {
                open.addAll(shape.parents());
            }
        }
        return family;
    }

    private @Nullable Shape shape(String type) {
        Shape mine = own.get(type);
        return mine == null ? contract.get(type) : mine;
    }
}
