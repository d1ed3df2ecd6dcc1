namespace Isonomia.Modeling.Integration.Stability;

/// <summary>A step that is too long for the method of a block.</summary>
/// <param name="Block">The block.</param>
/// <param name="Dt">The step, in seconds.</param>
/// <param name="FastestTimeConstant">The shortest time constant with which the block relaxes, in seconds.</param>
/// <param name="LongestStep">A step that would do, in seconds: 1, 2 or 5 times a power of ten.</param>
public sealed record StabilityWarning(BlockChoice Block, double Dt, double FastestTimeConstant, double LongestStep)
{
    /// <summary>The warning for people, in one sentence.</summary>
    public string Message =>
        $"dt = {Milliseconds(Dt)} is too long for block {{{string.Join(", ", Block.States)}}}: its fastest time constant is "
        + $"{Milliseconds(FastestTimeConstant)}; use dt <= {Milliseconds(LongestStep)}";

    private static string Milliseconds(double seconds) => $"{seconds * 1e3:G3} ms";
}
