namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>A slope of a linear field: dx_row/dt contains value times x_column, as it is or was.</summary>
/// <param name="Row">The state that changes.</param>
/// <param name="Column">The state that makes it change.</param>
/// <param name="Value">The slope, in SI base units.</param>
/// <param name="Delay">Which of the delays lies between; -1 for none.</param>
public readonly record struct LinearEntry(int Row, int Column, double Value, int Delay);
