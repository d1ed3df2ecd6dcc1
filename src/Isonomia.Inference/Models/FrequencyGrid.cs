namespace Isonomia.Inference.Models;

/// <summary>Equally spaced frequencies, at which a model's spectrum is asked for.</summary>
/// <param name="FirstHz">The first, in Hz, not below zero.</param>
/// <param name="StepHz">From one to the next, in Hz, above zero.</param>
/// <param name="Count">How many, at least one.</param>
public sealed record FrequencyGrid(double FirstHz, double StepHz, int Count)
{
    /// <summary>Frequency number <paramref name="index"/>, in Hz.</summary>
    public double this[int index] => FirstHz + (index * StepHz);

    /// <summary>All of them, in Hz.</summary>
    public double[] ToArray() => [.. Enumerable.Range(0, Count).Select(i => this[i])];
}
