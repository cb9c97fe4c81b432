package dev.tradewind.guard;

import dev.tradewind.sandbox.Fuel;

import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapTableAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes code pay for its steps, see [Fuel]: at the start of every method, at every jump back, and
/// for every new array.
///
/// A jump back takes a detour behind the end of the method, pays there and goes on to where it was
/// meant to go. No `try` reaches that far: running out of fuel leaves the method, whatever
/// `finally` blocks it has. And stack maps need not be computed: all along the detour, the one of
/// its goal holds.
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

    private final CodeAttribute code;
    private final StackMaps maps;
    private final boolean oneTank;
    private final List<StackMapFrameInfo> frames;
    private final Map<Label, Label> detours = new LinkedHashMap<>();
    private int at;

    private FuelMeter(MethodModel method, ClassFiles.Code code, boolean oneTank) {
        this.code = code.attribute();
        this.maps = StackMaps.of(method, code);
        this.oneTank = oneTank;
        this.frames = new ArrayList<>(maps.frames());
    }

    /// The class file of a class whose code pays.
    ///
    /// @param fuel what it will be granted
    /// @throws IllegalArgumentException when a method becomes too large, or is not what the virtual
    ///   machine would accept
    static byte[] metered(ClassFiles.Parsed parsed, long fuel) {
        Map<MethodModel, ClassFiles.Code> codes = new HashMap<>();
        for (ClassFiles.Method method : parsed.methods()) {
            method.code().ifPresent(code -> codes.put(method.model(), code));
        }
        boolean oneTank = fuel <= Fuel.SLICE;
        ClassTransform transform =
                (builder, element) -> {
                    ClassFiles.Code code = codes.get(element);
                    if (code != null && element instanceof MethodModel method) {
                        FuelMeter meter = new FuelMeter(method, code, oneTank);
                        builder.transformMethod(method, MethodTransform.transformingCode(meter));
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
            case BranchInstruction jump ->
                    builder.branch(jump.opcode(), way(builder, jump.target()));
            case TableSwitchInstruction choice ->
                    builder.tableswitch(
                            choice.lowValue(),
                            choice.highValue(),
                            way(builder, choice.defaultTarget()),
                            ways(builder, choice.cases()));
            case LookupSwitchInstruction choice ->
                    builder.lookupswitch(
                            way(builder, choice.defaultTarget()), ways(builder, choice.cases()));
            case NewPrimitiveArrayInstruction _, NewReferenceArrayInstruction _ ->
                    builder.invokestatic(FUEL, "array", ARRAY).with(element);
            case NewMultiArrayInstruction array -> {
                pay(builder, array.dimensions());
                builder.with(element);
            }
            default -> builder.with(element);
        }
        if (element instanceof Instruction instruction) {
            at += instruction.sizeInBytes();
        }
    }

    /// Straight to a target that lies ahead, by a detour to one that lies behind.
    private Label way(CodeBuilder builder, Label target) {
        return code.labelToBci(target) > at
                ? target
                : detours.computeIfAbsent(target, _ -> builder.newLabel());
    }

    private List<SwitchCase> ways(CodeBuilder builder, List<SwitchCase> cases) {
        return cases.stream()
                .map(one -> SwitchCase.of(one.caseValue(), way(builder, one.target())))
                .toList();
    }

    @Override
    public void atEnd(CodeBuilder builder) {
        detours.forEach(
                (target, detour) -> {
                    builder.labelBinding(detour);
                    Label paid = step(builder, oneTank);
                    builder.goto_(target);
                    StackMapFrameInfo there = maps.at(target);
                    frames.add(StackMapFrameInfo.of(detour, there.locals(), there.stack()));
                    frames.add(StackMapFrameInfo.of(paid, there.locals(), there.stack()));
                });
        builder.with(StackMapTableAttribute.of(frames));
    }

    /// `if (--Fuel.left < 0) Fuel.refill();`
    ///
    /// @param last whether a refill cannot return
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
