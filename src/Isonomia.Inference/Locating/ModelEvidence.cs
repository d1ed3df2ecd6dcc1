namespace Isonomia.Inference.Locating;

/// <summary>
/// How probable a spectrum is under a model, averaged over its prior: what models are compared by. The greater evidence
/// has the better balance of fit and of freedom to fit anything.
/// </summary>
/// <param name="Log">Its natural logarithm, of which only differences between models of one spectrum mean anything.</param>
/// <param name="StandardError">How far four independent estimates of it scatter, over two.</param>
public readonly record struct ModelEvidence(double Log, double StandardError)
{
    /// <summary>Of independent estimates of the logarithm.</summary>
    internal static ModelEvidence Of(double[] logs)
    {
        // Each estimates the evidence itself without bias: they are averaged before the logarithm is taken.
        var most = logs.Max();
        var ratios = Array.ConvertAll(logs, l => Math.Exp(l - most));
        var mean = ratios.Average();
        var scatter = Math.Sqrt(ratios.Sum(r => (r - mean) * (r - mean)) / (ratios.Length - 1));
        return new ModelEvidence(most + Math.Log(mean), scatter / mean / Math.Sqrt(ratios.Length));
    }

    /// <summary>The same where the prior is only a part of what it was taken for: each point of it is so much denser.</summary>
    /// <param name="part">The part, and how uncertain its logarithm is.</param>
    internal ModelEvidence Over((double Share, double LogError) part) =>
        new(Log - Math.Log(part.Share), Math.Sqrt((StandardError * StandardError) + (part.LogError * part.LogError)));

    /// <summary>The probability of each of several models, all alike probable before the spectrum was seen.</summary>
    /// <param name="evidences">Theirs.</param>
    public static double[] Probabilities(IReadOnlyList<ModelEvidence> evidences)
    {
        ArgumentNullException.ThrowIfNull(evidences);
        if (evidences.Count == 0)
            return [];
        var most = evidences.Max(e => e.Log);
        var weights = evidences.Select(e => Math.Exp(e.Log - most)).ToArray();
        var sum = weights.Sum();
        return Array.ConvertAll(weights, w => w / sum);
    }
}
