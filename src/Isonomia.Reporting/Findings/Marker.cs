using Isonomia.Measurement.Results;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Findings;

/// <summary>
/// One number by which channels are compared: a quantity of a biomarker, in a band where it has bands.
/// </summary>
/// <param name="Kind">How it is shown.</param>
/// <param name="Part">The band or other part; empty for the whole.</param>
/// <param name="Unit">Its unit; <c>1</c> where it has none.</param>
/// <param name="Values">What each channel gave, in the order of the measurement's channels.</param>
internal sealed record Marker(MarkerKind Kind, string Part, string Unit, Measured[] Values)
{
    /// <summary>What stands over its column.</summary>
    public string Label => Kind.Label is null ? (Part.Length > 0 ? Part : Kind.Quantity)
        : Part.Length > 0 ? $"{Kind.Label} {Part}" : Kind.Label;

    /// <summary>Its unit as people write it; empty where it has none.</summary>
    public string UnitText => Units.InWords(Unit);

    /// <summary>Its full name.</summary>
    public string Title => Part.Length > 0 || Kind.InSentence.Length == 0
        ? $"{Kind.Group}, {Label}"
        : char.ToUpper(Kind.InSentence[0]) + Kind.InSentence[1..];

    /// <summary>How a sentence names it.</summary>
    public string InSentence => Kind.InSentence.Contains("{0}") ? string.Format(Kind.InSentence, Part)
        : Part.Length > 0 ? $"{Kind.InSentence} ({Part})" : Kind.InSentence;

    /// <summary>The middle and the range of what good channels gave.</summary>
    public Spread Spread { get; } = Spread.Of(Values.Where(v => v.IsDefined).Select(v => v.Value));

    /// <summary>The middle and the range of its standard errors, where there are any.</summary>
    public Spread Errors { get; } =
        Spread.Of(Values.Where(v => v.StandardError is not null).Select(v => v.StandardError!.Value));

    /// <summary>How many decimals of it mean something: about three digits, and none far below its error.</summary>
    public int Decimals
    {
        get
        {
            var digits = NumberText.DecimalsFor(Math.Abs(Spread.Median));
            return Errors.Median > 0
                ? Math.Clamp((int)Math.Ceiling(-Math.Log10(Errors.Median / 3)), 0, digits)
                : Math.Min(digits, 3);
        }
    }
}
