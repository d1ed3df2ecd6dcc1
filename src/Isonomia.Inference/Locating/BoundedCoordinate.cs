using Isonomia.Inference.Models;

namespace Isonomia.Inference.Locating;

/// <summary>
/// The coordinate of a parameter between limits, which has none. With s the part of the way from the lower to the upper
/// limit and c the upper limit's part of the ceiling, y = ln s - ln(1 - s) - ln(1 - c s) - shift; without a ceiling c = 0,
/// and y is a logit. The coordinate z is given by y = 1.5976 z + 0.070566 z^3, the logistic approximation of the normal
/// distribution (Bowling et al. 2009, J Ind Eng Manag 2:114): a uniform parameter has a normal coordinate within 0.00014 of
/// probability, and one that is pressed against a limit no longer tail than that.
/// </summary>
/// <param name="bounds">The limits.</param>
internal readonly struct BoundedCoordinate(ParameterBounds bounds)
{
    private const double Linear = 1.5976;
    private const double Cubic = 0.070566;

    private readonly double tilt =
        double.IsPositiveInfinity(bounds.Ceiling) ? 0 : bounds.Width / (bounds.Ceiling - bounds.Low);

    /// <summary>Whether there is anything between the limits.</summary>
    public bool IsOpen => bounds.Width > 0 && bounds.Ceiling > bounds.Low;

    /// <summary>The coordinate of a value.</summary>
    public double Of(double value)
    {
        var s = (value - bounds.Low) / bounds.Width;
        // The one real root of z^3 + p z = q, by hyperbolic sines.
        const double P = Linear / Cubic;
        var q = (Math.Log(s / ((1 - s) * (1 - (tilt * s)))) - bounds.Shift) / Cubic;
        var scale = Math.Sqrt(P / 3);
        return 2 * scale * Math.Sinh(Math.Asinh(q / (2 * scale * scale * scale)) / 3);
    }

    /// <summary>How far along the way from limit to limit a coordinate lies.</summary>
    public double Place(double coordinate)
    {
        // e c s^2 - (e (1 + c) + 1) s + e = 0, the root below 1 and 1/c, without cancellation.
        var e = Math.Exp((coordinate * (Linear + (Cubic * Squared(coordinate)))) + bounds.Shift);
        if (tilt == 0)
            return e < 1 ? e / (1 + e) : 1 / (1 + (1 / e));
        if (e > 1)
        {
            var rarity = 1 / e;
            var middle = 1 + tilt + rarity;
            return 2 / (middle + Math.Sqrt(Squared(1 - tilt) + (2 * rarity * (1 + tilt)) + (rarity * rarity)));
        }

        var half = (e * (1 + tilt)) + 1;
        return 2 * e / (half + Math.Sqrt(Squared(e * (1 - tilt)) + (2 * e * (1 + tilt)) + 1));
    }

    /// <summary>The value at a place.</summary>
    public double Value(double place) => bounds.Low + (bounds.Width * place);

    /// <summary>The slope of the value by its coordinate.</summary>
    /// <param name="coordinate">The coordinate.</param>
    /// <param name="place">Its place.</param>
    public double Slope(double coordinate, double place) => Pace(coordinate) * bounds.Width / Steepness(place);

    /// <summary>
    /// Turns the slope of a density by a value into that by its coordinate and by the limits, those of the logarithm of
    /// <see cref="Slope"/> included.
    /// </summary>
    /// <param name="coordinate">The coordinate.</param>
    /// <param name="place">Its place.</param>
    /// <param name="byValue">The slope by the value.</param>
    public (double ByCoordinate, double ByLow, double ByHigh, double ByCeiling, double ByShift) Slopes(
        double coordinate, double place, double byValue)
    {
        var steepness = Steepness(place);
        var (rest, free) = (1 - place, 1 - (tilt * place));
        var bend = (-1 / (place * place)) + (1 / (rest * rest)) + (tilt * tilt / (free * free));
        // By the place, with the steepness' own change; and by the tilt, where place moves to keep the coordinate.
        var byLogit = ((byValue * bounds.Width) - (bend / steepness)) / steepness;
        var pace = Pace(coordinate);
        var byCoordinate = (byLogit * pace) + (6 * Cubic * coordinate / pace);
        var byTilt = (-byLogit * place / free) - (1 / (free * free * steepness));
        var byWidth = (byValue * place) + (1 / bounds.Width);
        if (tilt == 0)
            return (byCoordinate, byValue - byWidth, byWidth, 0, byLogit);
        // tilt = width/(ceiling - low).
        var room = bounds.Ceiling - bounds.Low;
        return (byCoordinate, byValue - byWidth + (byTilt * (tilt - 1) / room), byWidth + (byTilt / room),
            -byTilt * tilt / room, byLogit);
    }

    private static double Pace(double coordinate) => Linear + (3 * Cubic * Squared(coordinate));

    private double Steepness(double place) => (1 / place) + (1 / (1 - place)) + (tilt / (1 - (tilt * place)));

    private static double Squared(double value) => value * value;
}
