package dev.tradewind.guard;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers in place of names that do not matter. What others may call by name keeps it: all of the
/// JDK and the contract, and the candidate's methods that are public or may override something.
final class StableNames {

    private final Map<String, ClassFiles.Parsed> classes;
    private final Map<Member, String> members = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final List<String> met = new ArrayList<>();

    StableNames(Map<String, ClassFiles.Parsed> classes) {
        this.classes = classes;
        classes.values().forEach(this::number);
    }

    private void number(ClassFiles.Parsed parsed) {
        ClassModel model = parsed.model();
        int number = 0;
        for (MethodModel method : model.methods()) {
            Member member =
                    new Member(
                            parsed.name(),
                            method.methodName().stringValue(),
                            method.methodType().stringValue());
            if (isAnybodysName(method)) {
                members.put(member, "m" + number);
            }
            number++;
        }
        number = 0;
        for (FieldModel field : model.fields()) {
            Member member =
                    new Member(
                            parsed.name(),
                            field.fieldName().stringValue(),
                            field.fieldType().stringValue());
            members.put(member, "f" + number);
            number++;
        }
    }

    private static boolean isAnybodysName(MethodModel method) {
        int flags = method.flags().flagsMask();
        boolean isPublic = (flags & ClassFile.ACC_PUBLIC) != 0;
        boolean isStatic = (flags & ClassFile.ACC_STATIC) != 0;
        boolean isPrivate = (flags & ClassFile.ACC_PRIVATE) != 0;
        boolean special = method.methodName().stringValue().startsWith("<");
        return !special && (isPrivate || (isStatic && !isPublic));
    }

    /// The candidate's own classes in the order they were first asked for.
    List<String> met() {
        return met;
    }

    /// A type as in class files, arrays too.
    String type(String name) {
        if (name.startsWith("[")) {
            return descriptor(name);
        }
        if (!classes.containsKey(name)) {
            return name;
        }
        return types.computeIfAbsent(name, this::next);
    }

    private String next(String name) {
        met.add(name);
        return "#" + met.size();
    }

    /// A descriptor with the candidate's own types replaced.
    String descriptor(String descriptor) {
        if (!descriptor.contains(Compiled.PACKAGE)) {
            return descriptor;
        }
        StringBuilder stable = new StringBuilder();
        int at = 0;
        while (at < descriptor.length()) {
            char sign = descriptor.charAt(at);
            stable.append(sign);
            at++;
            if (sign == 'L') {
                int end = descriptor.indexOf(';', at);
                stable.append(type(descriptor.substring(at, end)));
                at = end;
            }
        }
        return stable.toString();
    }

    /// A member of any class, its owner and type included.
    String member(Member member) {
        String name = members.get(member);
        String parent = member.owner();
        while (name == null && classes.containsKey(parent)) {
            parent = superclass(parent);
            name = members.get(member.in(parent));
        }
        return type(member.owner())
                + "."
                + (name == null ? member.name() : name)
                + descriptor(member.descriptor());
    }

    private String superclass(String name) {
        ClassFiles.Parsed parsed = classes.get(name);
        return parsed == null
                ? ""
                : parsed.model().superclass().map(one -> one.asInternalName()).orElse("");
    }
}
