namespace Isonomia.Restoration.Catalogue;

/// <summary>An uncertain change of a parameter or of a quantity of the tissue.</summary>
/// <param name="Target">A model's parameter, or a quantity in words.</param>
/// <param name="Kind">How it acts.</param>
/// <param name="Median">Its median: a factor, or what is added.</param>
/// <param name="Spread">The standard deviation of the factor's logarithm, or of what is added.</param>
/// <param name="Grounds">What it stands on.</param>
public sealed record Change(string Target, ChangeKind Kind, double Median, double Spread, Grounds Grounds)
{
    /// <summary>What the parameter becomes.</summary>
    /// <param name="value">What it is.</param>
    /// <param name="draw">Which of the possible effects, in standard deviations from the median.</param>
    /// <param name="strength">Its share: 1 as stated, 0 for no change; factors are scaled by their logarithms.</param>
    public double Apply(double value, double draw, double strength) => Kind == ChangeKind.Factor
        ? value * Math.Exp(strength * (Math.Log(Median) + (Spread * draw)))
        : value + (strength * (Median + (Spread * draw)));
}
