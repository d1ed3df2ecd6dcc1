using Isonomia.Modeling.Circuits;

namespace Isonomia.Simulation.Connectivity.Space;

/// <summary>A kernel of distance: 1 at distance 0, and falling.</summary>
/// <param name="Kernel">Its shape.</param>
/// <param name="Width">Its width s.</param>
/// <param name="RingLength">The length of the ring, which von Mises' kernel needs.</param>
internal readonly record struct KernelValue(DistanceKernel Kernel, double Width, double RingLength)
{
    /// <summary>Its value at a distance.</summary>
    public double At(double distance) => Kernel switch
    {
        DistanceKernel.Gaussian => Math.Exp(-0.5 * (distance / Width) * (distance / Width)),
        DistanceKernel.Exponential => Math.Exp(-distance / Width),
        DistanceKernel.VonMises => Math.Exp((Math.Cos(Math.Tau * distance / RingLength) - 1) / (Width * Width)),
        _ => distance <= Width ? 1 : 0,
    };

    /// <summary>The kernel in a space.</summary>
    /// <exception cref="ProjectionException">The width is not positive, or von Mises' kernel is not on a closed ring.
    /// </exception>
    public static KernelValue In(string projection, PopulationSpace space, DistanceKernel kernel, double width)
    {
        if (!(width > 0 && double.IsFinite(width)))
            throw new ProjectionException($"Projection '{projection}': a kernel's width is positive, not {width}.");
        if (kernel == DistanceKernel.VonMises && !(space.Kind == SpaceKind.Ring && space.Periodic))
        {
            throw new ProjectionException(
                $"Projection '{projection}': von Mises' kernel belongs on a closed ring; on a sheet use Gaussian.");
        }

        return new KernelValue(kernel, width, space.Width);
    }
}
