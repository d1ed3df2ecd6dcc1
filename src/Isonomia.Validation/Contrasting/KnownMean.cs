namespace Isonomia.Validation.Contrasting;

/// <summary>A mean beside the one that another tool finds in the same data.</summary>
/// <param name="Quantity">The number.</param>
/// <param name="Set">The set.</param>
/// <param name="Known">What the other tool finds, as rounded in its report.</param>
/// <param name="Found">What was found here.</param>
public sealed record KnownMean(string Quantity, string Set, double Known, double Found);
