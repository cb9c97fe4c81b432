package dev.tradewind.proposer.breeding;

import io.jenetics.AbstractChromosome;
import io.jenetics.Chromosome;
import io.jenetics.Genotype;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;

import java.util.List;

/// All bodies of a program, in their order.
final class BodyChromosome extends AbstractChromosome<BodyGene> {

    private BodyChromosome(ISeq<BodyGene> genes) {
        super(genes);
    }

    /// A program as a member of a Jenetics population; it has no merit there.
    static Phenotype<BodyGene, Double> phenotype(List<Body> bodies) {
        ISeq<BodyGene> genes = bodies.stream().map(BodyGene::new).collect(ISeq.toISeq());
        return Phenotype.of(Genotype.of(new BodyChromosome(genes)), 0);
    }

    static List<Body> bodies(Phenotype<BodyGene, Double> program) {
        return program.genotype().chromosome().stream().map(BodyGene::body).toList();
    }

    @Override
    public Chromosome<BodyGene> newInstance(ISeq<BodyGene> genes) {
        return new BodyChromosome(genes);
    }

    @Override
    public Chromosome<BodyGene> newInstance() {
        return this;
    }
}
