using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Models;
using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Tests.Corticothalamic;

/// <summary>Gains drawn uniformly within the model's limits, stable or not.</summary>
internal static class VirtualGains
{
    public static double[] Draw(int number)
    {
        var random = new RandomStream(7, "virtual gains", number);
        SpectralModel model = CorticothalamicModel.Instance;
        var values = new double[model.Parameters.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var bounds = model.BoundsOf(i, values);
            values[i] = random.Uniform(bounds.Low, Math.Max(bounds.Low, Math.Min(bounds.High, bounds.Ceiling)));
        }

        return values;
    }
}
