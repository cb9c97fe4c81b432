package dev.tradewind.guard;

import dev.tradewind.sandbox.Fuel;

import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapTableAttribute;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Makes code pay for its steps, see [Fuel]: at the start of every method, wherever a jump leads
/// back to, and for every new array.
///
/// Stack maps are not computed anew. Each step ends in a jump target of its own, where the stack
/// looks as it did at the target, or at the start, that the step was put behind.
///
/// The tank is filled at the start of the first method. When that is all the fuel there is, a loop
/// that finds it empty can only end, and is told so by a `throw`: code that might go on after a
/// call would make simple compilers keep everything in memory, at several times the cost of the
/// loop.
final class FuelMeter implements CodeTransform {

    private static final ClassDesc FUEL = ClassDesc.of(Fuel.class.getName());
    private static final MethodTypeDesc REFILL = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final MethodTypeDesc ARRAY =
            MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int);
    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final MethodTypeDesc CLAMP =
            MethodTypeDesc.of(
                    ConstantDescs.CD_int,
                    ConstantDescs.CD_long,
                    ConstantDescs.CD_int,
                    ConstantDescs.CD_int);

    private final StackMaps maps;
    private final LoopHeads heads;
    private final List<StackMapFrameInfo> frames;
    private final boolean small;

    private FuelMeter(MethodModel method, ClassFiles.Code code, boolean small) {
        this.small = small;
        this.maps = StackMaps.of(method, code);
        this.heads = LoopHeads.of(code);
        this.frames = new ArrayList<>(maps.frames());
    }

    /// The class file of a class whose code pays.
    ///
    /// @param fuel what it will be granted
    /// @throws IllegalArgumentException when a method becomes too large, or is not what the virtual
    ///   machine would accept
    static byte[] metered(ClassFiles.Parsed parsed, long fuel) {
        boolean small = fuel <= Fuel.SLICE;
        Map<MethodModel, ClassFiles.Code> codes = new HashMap<>();
        for (ClassFiles.Method method : parsed.methods()) {
            method.code().ifPresent(code -> codes.put(method.model(), code));
        }
        ClassTransform transform =
                (builder, element) -> {
                    ClassFiles.Code code = codes.get(element);
                    if (code != null && element instanceof MethodModel method) {
                        builder.transformMethod(
                                method,
                                MethodTransform.transformingCode(
                                        new FuelMeter(method, code, small)));
                    } else {
                        builder.with(element);
                    }
                };
        return ClassFiles.FORMAT.transformClass(parsed.model(), transform);
    }

    @Override
    public void atStart(CodeBuilder builder) {
        Label paid = step(builder, false);
        if (!maps.coverStart()) {
            frames.add(StackMapFrameInfo.of(paid, maps.atStart(), List.of()));
        }
    }

    @Override
    public void accept(CodeBuilder builder, CodeElement element) {
        switch (element) {
            case LabelTarget target -> {
                builder.with(element);
                if (heads.contain(target.label())) {
                    StackMapFrameInfo here = maps.at(target.label());
                    frames.add(
                            StackMapFrameInfo.of(
                                    step(builder, small), here.locals(), here.stack()));
                }
            }
            case NewPrimitiveArrayInstruction _, NewReferenceArrayInstruction _ ->
                    builder.invokestatic(FUEL, "array", ARRAY).with(element);
            case NewMultiArrayInstruction array -> {
                pay(builder, array.dimensions());
                builder.with(element);
            }
            default -> builder.with(element);
        }
    }

    @Override
    public void atEnd(CodeBuilder builder) {
        builder.with(StackMapTableAttribute.of(frames));
    }

    /// `if (--Fuel.left < 0) Fuel.refill();`, or the same and `throw null;` where it cannot return.
    private static Label step(CodeBuilder builder, boolean last) {
        Label paid = builder.newLabel();
        builder.getstatic(FUEL, "left", ConstantDescs.CD_int)
                .iconst_1()
                .isub()
                .dup()
                .putstatic(FUEL, "left", ConstantDescs.CD_int)
                .ifge(paid)
                .invokestatic(FUEL, "refill", REFILL);
        if (last) {
            builder.aconst_null().athrow();
        }
        builder.labelBinding(paid);
        return paid;
    }

    /// Pays for the arrays of each dimension together, as for one long array.
    private static void pay(CodeBuilder builder, int dimensions) {
        Deque<Integer> lengths = new ArrayDeque<>();
        for (int dimension = 0; dimension < dimensions; dimension++) {
            lengths.push(builder.allocateLocal(TypeKind.INT));
            builder.istore(lengths.getFirst());
        }
        Iterator<Integer> rest = lengths.iterator();
        builder.iload(rest.next()).invokestatic(FUEL, "array", ARRAY);
        while (rest.hasNext()) {
            builder.i2l().iload(rest.next()).i2l().lmul();
            builder.loadConstant(Integer.MIN_VALUE).loadConstant(Integer.MAX_VALUE);
            builder.invokestatic(MATH, "clamp", CLAMP).invokestatic(FUEL, "array", ARRAY);
        }
        builder.pop();
        lengths.forEach(builder::iload);
    }
}
