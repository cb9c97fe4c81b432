package dev.tradewind.evolution;

import dev.tradewind.archive.ClusterArchive;
import dev.tradewind.archive.Elite;
import dev.tradewind.archive.Placement;
import dev.tradewind.evaluation.Direction;

/// One separate population and the best validated program that was offered to it.
final class Island {

    private final Direction direction;
    private final ClusterArchive archive;
    private Champion leader;

    Island(Direction direction, int capacity, Champion founder) {
        this.direction = direction;
        archive = new ClusterArchive(direction, capacity);
        archive.offer(founder.elite());
        leader = founder;
    }

    ClusterArchive archive() {
        return archive;
    }

    Champion leader() {
        return leader;
    }

    Placement offer(Elite elite) {
        return archive.offer(elite);
    }

    void validated(Champion contender) {
        if (new ChampionFirst(direction).compare(contender, leader) < 0) {
            leader = contender;
        }
    }
}
