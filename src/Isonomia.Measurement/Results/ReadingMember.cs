namespace Isonomia.Measurement.Results;

/// <summary>
/// One member of a <see cref="Reading"/>. The value is a <see cref="Measured"/>, a <see cref="long"/>, a
/// <see cref="string"/> or null, a <see cref="bool"/>, a <c>double[]</c>, a list of strings, a
/// <see cref="Reading"/>, or a list of readings.
/// </summary>
public sealed record ReadingMember(string Name, object? Value, string Unit);
