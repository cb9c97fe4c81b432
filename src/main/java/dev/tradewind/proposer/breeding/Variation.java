package dev.tradewind.proposer.breeding;

import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// An operator as a Jenetics alterer. The first of a population is varied, in one of its bodies;
/// the others lend material and stay as they are. Randomness comes from the [RandomRegistry].
///
/// @param name what it does, in the words of journals and reports
record Variation(String name, Change change) implements Alterer<BodyGene, Double> {

    @Override
    public AltererResult<BodyGene, Double> alter(
            Seq<Phenotype<BodyGene, Double>> population, long generation) {
        RandomGenerator random = RandomRegistry.random();
        List<Body> bodies = new ArrayList<>(BodyChromosome.bodies(population.get(0)));
        List<Body> donors =
                population.stream()
                        .skip(1)
                        .flatMap(program -> BodyChromosome.bodies(program).stream())
                        .toList();
        int at = random.nextInt(bodies.size());
        Bench bench = new Bench(bodies.get(at), donors, random);
        if (!change.on(bench)) {
            return new AltererResult<>(population.asISeq());
        }
        bodies.set(at, bench.result());
        ISeq<Phenotype<BodyGene, Double>> varied =
                ISeq.<Phenotype<BodyGene, Double>>of(BodyChromosome.phenotype(bodies))
                        .append(population.asISeq().subSeq(1));
        return new AltererResult<>(varied, 1);
    }
}
