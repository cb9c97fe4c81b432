#ifndef TW_LATTICE_H
#define TW_LATTICE_H

#include <stdint.h>

/*
 * Eight weights at a time as one of 65,536 points of the lattice E8 shifted by a quarter, in the
 * manner of QuIP# (Tseng and others, 2024). Numbers are quarters of the lattice's unit. A point is
 * 16 bits: 8 that choose absolute values from a table, 7 signs, the eighth following from them, and
 * the direction of the shift.
 */
enum { LATTICE_WIDTH = 8, LATTICE_ENTRIES = 256 };

/* The table: 256 times 8 absolute values, the last of them negative where the sum asks for it. */
void lattice_table(int8_t *table);

/* One of the eight numbers of a point. */
int lattice_value(const int8_t *table, uint32_t point, int which);

/* The points nearest to 256 weights; unit: of the table's numbers. */
void lattice_nearest(const int8_t *table, const float *weight, float unit, int *point);

#endif
