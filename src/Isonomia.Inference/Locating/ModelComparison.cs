namespace Isonomia.Inference.Locating;

/// <summary>What several models make of one channel.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Models">The models, in the order asked for.</param>
public sealed record ModelComparison(string Channel, IReadOnlyList<ComparedModel> Models)
{
    /// <summary>Compares, channel by channel; a model whose posterior did not converge takes no part.</summary>
    /// <param name="located">The same recording and channels located by several models, evidence included.</param>
    public static IReadOnlyList<ModelComparison> Of(IReadOnlyList<LocatedRecording> located)
    {
        ArgumentNullException.ThrowIfNull(located);
        return [.. Enumerable.Range(0, located[0].Channels.Count).Select(c =>
        {
            var evidences = located.Select(l => l.Channels[c].Posterior?.Evidence).ToArray();
            var probabilities = ModelEvidence.Probabilities([.. evidences.OfType<ModelEvidence>()]);
            var next = 0;
            return new ModelComparison(located[0].Channels[c].Channel.Name, [.. located.Select((l, m) =>
            {
                var channel = l.Channels[c];
                return new ComparedModel(l.Model.Name, evidences[m], evidences[m] is null ? 0 : probabilities[next++],
                    channel.Posterior?.ReducedChiSquare ?? double.NaN,
                    evidences[m] is null ? channel.WhyNot ?? channel.Posterior?.Diagnostics.WhyNot : null);
            })]);
        })];
    }
}
