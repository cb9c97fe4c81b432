package dev.tradewind.guard;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.stream.Collectors;

/// Names as people write them in Java.
final class Notation {

    private static final String OWN = Compiled.PACKAGE + "/";

    private Notation() {}

    /// A type, given as in class files: `java.util.Map.Entry` for `java/util/Map$Entry`, and
    /// without a package for a candidate's own.
    static String type(String name) {
        if (name.startsWith("[")) {
            return ClassDesc.ofDescriptor(name).displayName();
        }
        String plain = name.startsWith(OWN) ? name.substring(OWN.length()) : name;
        return plain.replace('/', '.').replace('$', '.');
    }

    /// The name class files have for a type: `java/util/Map$Entry`, and `[I` for an array.
    static String inClassFiles(ClassDesc type) {
        String descriptor = type.descriptorString();
        return type.isClassOrInterface()
                ? descriptor.substring(1, descriptor.length() - 1)
                : descriptor;
    }

    /// A method such as `java.lang.System.exit(int)`, or a field such as `java.lang.System.out`.
    static String member(Member member) {
        String owner = type(member.owner());
        if (!member.isMethod()) {
            return owner + "." + member.name();
        }
        String name = member.isConstructor() ? "new " + owner : owner + "." + member.name();
        return name + "(" + parameters(member).replace(",", ", ") + ")";
    }

    /// The types of a method's parameters, such as `List,Random`; empty for a field.
    static String parameters(Member member) {
        return member.isMethod()
                ? MethodTypeDesc.ofDescriptor(member.descriptor()).parameterList().stream()
                        .map(ClassDesc::displayName)
                        .map(name -> name.replace('$', '.'))
                        .collect(Collectors.joining(","))
                : "";
    }
}
