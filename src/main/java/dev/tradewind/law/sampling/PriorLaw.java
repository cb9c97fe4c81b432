package dev.tradewind.law.sampling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;

/// What is believed of success by size before anything was tried: the laws of published families,
/// each family weighing the same. How far they differ is how little is known.
///
/// Benchmarks hold many tasks and a search has one, so only the shape carries over: `e0` is the
/// same for all rungs and cancels when they are compared.
///
/// @param centre weighted mean of `e0`, `ln a` and `ln g`; sizes in billions of parameters
/// @param kin one law for each family and benchmark
public record PriorLaw(SuccessLaw centre, List<Kin> kin) {

    private static final int LEAST_SIZES = 3;

    public PriorLaw {
        kin = List.copyOf(kin);
    }

    /// A law and how much it counts.
    public record Kin(String name, SuccessLaw law, double weight) {}

    /// Fitted to the first tries of all families of three sizes or more. Left out are models tuned
    /// to follow instructions, whose success does not grow steadily with size.
    public static PriorLaw published() {
        Map<String, SequencedMap<String, SuccessLaw>> families = new LinkedHashMap<>();
        PublishedRates table = PublishedRates.shipped();
        for (PublishedRates.Row row : table.rows()) {
            List<Evidence> rows = table.of(row.family(), row.benchmark(), 1);
            if (CurveFit.sizes(rows) >= LEAST_SIZES && !row.family().contains("Instruct")) {
                families.computeIfAbsent(row.family(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(row.benchmark(), _ -> CurveFit.of(rows));
            }
        }
        List<Kin> kin = new ArrayList<>();
        families.forEach((family, laws) -> kin.addAll(weighed(family, laws)));
        return of(kin);
    }

    private static List<Kin> weighed(String family, SequencedMap<String, SuccessLaw> laws) {
        return laws.entrySet().stream()
                .map(
                        law ->
                                new Kin(
                                        family + ", " + law.getKey(),
                                        law.getValue(),
                                        1.0 / laws.size()))
                .toList();
    }

    private static PriorLaw of(List<Kin> kin) {
        return new PriorLaw(
                new SuccessLaw(
                        mean(kin, SuccessLaw::e0),
                        Math.exp(mean(kin, law -> Math.log(law.a()))),
                        Math.exp(mean(kin, law -> Math.log(law.g())))),
                kin);
    }

    private static double mean(List<Kin> kin, ToDoubleFunction<SuccessLaw> number) {
        double all = kin.stream().mapToDouble(Kin::weight).sum();
        return kin.stream()
                        .mapToDouble(each -> each.weight() * number.applyAsDouble(each.law()))
                        .sum()
                / all;
    }

    /// Another law in the middle, as uncertain as the published ones differ.
    public PriorLaw centredOn(SuccessLaw law) {
        return new PriorLaw(law, kin.stream().map(each -> moved(each, law)).toList());
    }

    private Kin moved(Kin each, SuccessLaw to) {
        double a = to.a() * each.law().a() / centre.a();
        double g = to.g() * each.law().g() / centre.g();
        return new Kin(each.name(), new SuccessLaw(to.e0(), a, g), each.weight());
    }

    /// The value below which a part of the weight lies.
    ///
    /// @param part such as 0.1
    public double quantile(ToDoubleFunction<SuccessLaw> number, double part) {
        List<Kin> sorted =
                kin.stream()
                        .sorted(
                                (a, b) ->
                                        Double.compare(
                                                number.applyAsDouble(a.law()),
                                                number.applyAsDouble(b.law())))
                        .toList();
        double left = part * kin.stream().mapToDouble(Kin::weight).sum();
        for (Kin each : sorted) {
            left -= each.weight();
            if (left < 0) {
                return number.applyAsDouble(each.law());
            }
        }
        return number.applyAsDouble(sorted.getLast().law());
    }
}
