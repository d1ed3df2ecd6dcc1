using System.Collections.Immutable;
using Isonomia.Numerics.LinearAlgebra.Kernels;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>
/// Follows fixed points over one parameter, around folds, by pseudo-arclength steps (Keller 1977), counts unstable roots
/// on the way (with delays, by winding), and finds by bisection where the count changes: saddle-nodes, Hopf and branch
/// points. Branches start from all fixed points at both ends of the range and at its middle; other branches are not
/// switched to. One instance serves one thread at a time.
/// </summary>
public sealed class Continuation
{
    private const double FirstStep = 2e-3;
    private const double LongestStep = 0.02;
    private const double ShortestStep = 1e-7;
    private const int MostPoints = 20_000;
    private const int MostCorrections = 12;
    private const double Enough = 1e-10;
    private readonly RegionFunctions functions;
    private readonly UnstableRoots roots;
    private readonly LinearField linear;
    private readonly SteadyState search;
    private readonly double low;
    private readonly double range;
    private readonly double[] scales;
    private readonly StateBox box;
    private readonly int n;

    /// <summary>Prepares to follow a field's fixed points.</summary>
    /// <param name="functions">The field's equations, with one parameter given.</param>
    /// <param name="low">The lower end of the range, in SI base units.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="box">Where fixed points lie.</param>
    public Continuation(RegionFunctions functions, double low, double high, StateBox box)
    {
        ArgumentNullException.ThrowIfNull(functions);
        ArgumentNullException.ThrowIfNull(box);
        if (functions.Parameters.Length != 1)
            throw new ArgumentException("One parameter is varied.", nameof(functions));
        if (!(high > low))
            throw new ArgumentException("The upper end of the range lies above the lower.", nameof(high));
        (this.functions, this.low, range, this.box) = (functions, low, high - low, box);
        n = functions.States.Length;
        scales = [.. box.Widths];
        (roots, search) = (new UnstableRoots(n), new SteadyState(functions));
        linear = functions.Linearise([low], [.. functions.Initial]);
    }

    /// <summary>All branches that are found.</summary>
    /// <param name="progress">Hears of the fraction done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public ImmutableArray<Branch> Follow(
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var branches = ImmutableArray.CreateBuilder<Branch>();
        double[] starts = [0, 1, 0.5];
        for (var s = 0; s < starts.Length; s++)
        {
            foreach (var point in FixedPoints.Find(functions, [low + (range * starts[s])], box))
            {
                cancellation.ThrowIfCancellationRequested();
                double[] at = [.. point.Select((x, i) => x / scales[i]), starts[s]];
                if (branches.Any(b => Lies(at, b)))
                    continue;
                var forward = Along(at, 1, cancellation);
                var backward = starts[s] is 0 or 1 ? null : Along(at, -1, cancellation);
                branches.Add(backward is null ? forward : new Branch(
                    [.. backward.Points.Skip(1).Reverse(), .. forward.Points],
                    [.. backward.Bifurcations.Reverse(), .. forward.Bifurcations]));
            }

            progress?.Report((s + 1.0) / starts.Length);
        }

        return branches.ToImmutable();
    }

    // Whether a point lies on a branch: between two of its neighbours, against their distance.
    private bool Lies(double[] at, Branch branch)
    {
        for (var i = 1; i < branch.Points.Length; i++)
        {
            var (a, b) = (Scaled(branch.Points[i - 1]), Scaled(branch.Points[i]));
            var (length, along, off) = (0.0, 0.0, 0.0);
            for (var k = 0; k <= n; k++)
            {
                length += (b[k] - a[k]) * (b[k] - a[k]);
                along += (b[k] - a[k]) * (at[k] - a[k]);
            }

            if (length == 0)
                continue;
            var share = Math.Clamp(along / length, 0, 1);
            for (var k = 0; k <= n; k++)
                off = Math.Max(off, Math.Abs(at[k] - a[k] - (share * (b[k] - a[k]))));
            if (off < 1e-4 + (0.05 * Math.Sqrt(length)))
                return true;
        }

        return false;
    }

    private double[] Scaled(BranchPoint point) =>
        [.. point.States.Select((x, i) => x / scales[i]), (point.Parameter - low) / range];

    private Branch Along(double[] start, int direction, CancellationToken cancellation)
    {
        var points = ImmutableArray.CreateBuilder<BranchPoint>();
        var found = ImmutableArray.CreateBuilder<Bifurcation>();
        var at = (double[])start.Clone();
        var tangent = new double[n + 1];
        tangent[n] = start[n] == 1 ? -1 : direction;
        if (!Turn(at, tangent))
            return new Branch([Point(at, 0)], []);
        var count = Count(at) ?? 0;
        points.Add(Point(at, count));
        for (var step = FirstStep; points.Count < MostPoints;)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = Advanced(at, tangent, step);
            var turned = (double[])tangent.Clone();
            if (!Correct(next, tangent) || !Turn(next, turned) || Dot(turned, tangent) < 0.95)
            {
                step /= 2;
                if (step < ShortestStep)
                    break;
                continue;
            }

            if (next[n] is < 0 or > 1)
            {
                if (AtEnd(at, next) is { } last)
                    points.Add(Point(last, Count(last) ?? count));
                break;
            }

            if (!Inside(next))
                break;
            var now = Count(next) ?? count;
            var isFold = turned[n] * tangent[n] < 0;
            if (now != count || isFold)
                found.Add(Locate(at, tangent, step, count, now, isFold));
            points.Add(Point(next, now));
            (at, tangent, count) = (next, turned, now);
            step = Math.Min(step * 1.3, LongestStep);
        }

        return new Branch(points.ToImmutable(), found.ToImmutable());
    }

    // The point at the end of the range that a step has passed.
    private double[]? AtEnd(double[] before, double[] behind)
    {
        var end = behind[n] > 1 ? 1.0 : 0;
        var share = (end - before[n]) / (behind[n] - before[n]);
        double[] states = States([.. before.Zip(behind, (a, b) => a + (share * (b - a)))]);
        return search.Find([low + (range * end)], states, scales) ? [.. states.Select((x, i) => x / scales[i]), end] : null;
    }

    // Where between a point and the next the count of unstable roots changes, or the branch turns back.
    private Bifurcation Locate(double[] at, double[] tangent, double step, int before, int after, bool isFold)
    {
        var (near, far) = (0.0, step);
        var best = Advanced(at, tangent, step);
        Correct(best, tangent);
        for (var round = 0; round < 40; round++)
        {
            var middle = Advanced(at, tangent, (near + far) / 2);
            var turned = (double[])tangent.Clone();
            if (!Correct(middle, tangent) || !Turn(middle, turned))
                break;
            best = middle;
            var isBehind = isFold ? turned[n] * tangent[n] < 0 : (Count(middle) ?? before) != before;
            (near, far) = isBehind ? (near, (near + far) / 2) : ((near + far) / 2, far);
        }

        var states = States(best);
        var kind = isFold ? BifurcationKind.SaddleNode
            : Math.Abs(after - before) == 2 ? BifurcationKind.Hopf : BifurcationKind.BranchPoint;
        var frequency = 0.0;
        if (kind == BifurcationKind.Hopf)
        {
            functions.Linearise([low + (range * best[n])], states, linear);
            frequency = CharacteristicRoots.Rightmost(linear).Where(r => r.Imaginary > 0)
                .DefaultIfEmpty().MinBy(r => Math.Abs(r.Real)).Imaginary / (2 * Math.PI);
        }

        return new Bifurcation(kind, low + (range * best[n]), [.. states], frequency);
    }

    private int? Count(double[] at)
    {
        functions.Linearise([low + (range * at[n])], States(at), linear);
        return roots.Count(linear);
    }

    private double[] States(double[] at) => [.. at.Take(n).Select((x, i) => x * scales[i])];

    private BranchPoint Point(double[] at, int unstable) => new(low + (range * at[n]), [.. States(at)], unstable);

    private bool Inside(double[] at)
    {
        for (var i = 0; i < n; i++)
        {
            var x = at[i] * scales[i];
            if (!(x > box.Low[i] - ((1 + box.Reach) * scales[i]) && x < box.High[i] + ((1 + box.Reach) * scales[i])))
                return false;
        }

        return true;
    }

    private static double[] Advanced(double[] at, double[] tangent, double step) =>
        [.. at.Select((x, i) => x + (step * tangent[i]))];

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    // The new direction of the branch, of length 1, on the side of the old one.
    private bool Turn(double[] at, double[] tangent)
    {
        var matrix = Bordered(at, tangent, out _);
        var side = new double[n + 1];
        side[n] = 1;
        if (!RealLu.Solve(matrix, side) || side.Any(s => !double.IsFinite(s)))
            return false;
        var length = Math.Sqrt(Dot(side, side));
        for (var i = 0; i <= n; i++)
            tangent[i] = side[i] / length;
        return true;
    }

    // Newton's method within the plane through the prediction across the branch.
    private bool Correct(double[] at, double[] tangent)
    {
        var predicted = (double[])at.Clone();
        for (var round = 0; round < MostCorrections; round++)
        {
            var matrix = Bordered(at, tangent, out var side);
            side[n] = 0;
            for (var i = 0; i <= n; i++)
                side[n] += tangent[i] * (at[i] - predicted[i]);
            if (!RealLu.Solve(matrix, side))
                return false;
            var largest = 0.0;
            for (var i = 0; i <= n; i++)
            {
                at[i] -= side[i];
                largest = Math.Max(largest, Math.Abs(side[i]));
            }

            if (!double.IsFinite(largest) || largest > 1)
                return false;
            if (largest < Enough)
                return true;
        }

        return false;
    }

    // The slopes in states and parameter, rows of equal size, the direction below; and the velocities likewise.
    private double[] Bordered(double[] at, double[] tangent, out double[] velocities)
    {
        const double difference = 1e-6;
        var states = States(at);
        var (jacobian, above, below) = (new double[n * n], new double[n], new double[n]);
        velocities = new double[n + 1];
        var parameter = low + (range * at[n]);
        functions.SteadySlopes([parameter], states, velocities.AsSpan(0, n), jacobian);
        functions.Drift([parameter + (range * difference)], states, above);
        functions.Drift([parameter - (range * difference)], states, below);
        var matrix = new double[(n + 1) * (n + 1)];
        for (var i = 0; i < n; i++)
        {
            var row = matrix.AsSpan(i * (n + 1), n + 1);
            var size = 0.0;
            for (var j = 0; j < n; j++)
            {
                row[j] = jacobian[(i * n) + j] * scales[j];
                size = Math.Max(size, Math.Abs(row[j]));
            }

            row[n] = (above[i] - below[i]) / (2 * difference);
            size = size > 0 ? size : 1;
            for (var j = 0; j <= n; j++)
                row[j] /= size;
            velocities[i] /= size;
        }

        tangent.CopyTo(matrix.AsSpan(n * (n + 1)));
        return matrix;
    }
}
