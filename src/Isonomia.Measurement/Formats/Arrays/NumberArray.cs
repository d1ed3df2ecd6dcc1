namespace Isonomia.Measurement.Formats.Arrays;

/// <summary>Numbers with a shape.</summary>
/// <param name="Numbers">The numbers, in storage order.</param>
/// <param name="Shape">The length of each dimension; their product is the count of numbers.</param>
/// <param name="RowMajor">
/// Whether the last dimension runs fastest (C, NumPy's default) rather than the first (Fortran, MATLAB).
/// </param>
public sealed record NumberArray(NumberBlock Numbers, IReadOnlyList<long> Shape, bool RowMajor);
